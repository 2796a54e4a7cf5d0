(** The equations of calculus/derivatives, proved by Coq's kernel for every size.

    Written by `python -m proofread kernel`.  What a theorem means is said in the
    document of proofread on the kernel; the number beside a key is the identity of
    the claim that the theorem was made of.                                           *)

From mathcomp Require Import all_ssreflect ssralg matrix mxalgebra zmodp.
From kernel Require Import sums notions reading tactics dual prove.
Set Implicit Arguments.
Unset Strict Implicit.
Unset Printing Implicit Defensive.
Import GRing.Theory.
Local Open Scope ring_scope.

(** chain-rule: d12abb8d5f78b880 *)
Theorem chain_rule
    (R : comUnitRingType)
    (eps : R)
    (x : R)
    (g' : R -> R)
    (f' : R -> R)
    (g : R -> R)
    (f : R -> R)
    (small : eps * eps = 0)
    (slope_of_f : forall x_ y_, f (x_ + eps * y_) = f x_ + eps * (y_ * (f' x_)))
    (slope_of_g : forall x_ y_, g (x_ + eps * y_) = g x_ + eps * (y_ * (g' x_))) :
  (f (g (x + eps))) = (f (g x)) + eps * ((g' x) * (f' (g x))).
Proof. prove. Qed.

(** reciprocal-derivative, line 2: 7dee2fd5c8172794 *)
Theorem reciprocal_derivative_line_2
    (R : comUnitRingType)
    (h : R)
    (u : R)
    (unit : (h : R) \is a GRing.unit)
    (unit_2 : ((h + u) : R) \is a GRing.unit)
    (unit_3 : (u : R) \is a GRing.unit) :
  (h^-1 * ((h + u)^-1 + (- u^-1))) = (- (u^-1 * (h + u)^-1)) :> R.
Proof. prove. Qed.

(** quotient-rule, line 1: fae885f3b292d7a5 *)
Theorem quotient_rule_line_1
    (R : comUnitRingType)
    (eps : R)
    (x : R)
    (g : R -> R)
    (g' : R -> R)
    (f' : R -> R)
    (f : R -> R)
    (small : eps * eps = 0)
    (unit : ((g x) : R) \is a GRing.unit)
    (slope_of_g : forall x_ y_, g (x_ + eps * y_) = g x_ + eps * (y_ * (g' x_)))
    (slope_of_f : forall x_ y_, f (x_ + eps * y_) = f x_ + eps * (y_ * (f' x_))) :
  ((g (x + eps))^-1 = (g x)^-1 + eps * (- (((g x)^-1 ^+ 2) * (g' x)))) /\
  (((g (x + eps))^-1 * (f (x + eps))) = ((g x)^-1 * (f x)) + eps * (((g x)^-1 * (f' x)) + (- (((g x)^-1 ^+ 2) * (g' x) * (f x))))).
Proof. prove. Qed.

(** quotient-rule, line 2: d908d430bf1b527d *)
Theorem quotient_rule_line_2
    (R : comUnitRingType)
    (eps : R)
    (x : R)
    (g : R -> R)
    (g' : R -> R)
    (f' : R -> R)
    (f : R -> R)
    (small : eps * eps = 0)
    (unit : ((g x) : R) \is a GRing.unit)
    (slope_of_g : forall x_ y_, g (x_ + eps * y_) = g x_ + eps * (y_ * (g' x_))) :
  ((g (x + eps))^-1 = (g x)^-1 + eps * (- (((g x)^-1 ^+ 2) * (g' x)))) /\
  ((((g x)^-1 * (f' x)) + (- (((g x)^-1 ^+ 2) * (g' x) * (f x)))) = (((g x)^-1 * (f' x)) + (- (((g x)^-1 ^+ 2) * (g' x) * (f x)))) :> R).
Proof. prove. Qed.

(** quotient-rule, line 3: 35b0669bcdd323e2 *)
Theorem quotient_rule_line_3
    (R : comUnitRingType)
    (g : R -> R)
    (x : R)
    (f' : R -> R)
    (g' : R -> R)
    (f : R -> R)
    (unit : ((g x) : R) \is a GRing.unit) :
  (((g x)^-1 * (f' x)) + (- (((g x)^-1 ^+ 2) * (g' x) * (f x)))) = (((g x)^-1 ^+ 2) * (((f' x) * (g x)) + (- ((g' x) * (f x))))) :> R.
Proof. prove. Qed.

(** log-derivative: a380d0b2f7c16a09 *)
Theorem log_derivative
    (R : comUnitRingType)
    (eps : R)
    (y : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (y : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1))) :
  (log (y + eps)) = (log y) + eps * y^-1.
Proof. prove. Qed.

(** power-rule, line 1: d85f3dda06ebd7f3 *)
Theorem power_rule_line_1
    (R : comUnitRingType)
    (eps : R)
    (y : R)
    (q : R)
    (exp : R -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (y : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (exp_of_log : exp (log y) = y)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1) :
  (exp (q * (log (y + eps)))) = (exp (q * (log y))) + eps * (q * y^-1 * (exp (q * (log y)))).
Proof. prove. Qed.

(** power-rule, line 2: 105db0a7acc5cdb9 *)
Theorem power_rule_line_2
    (R : comUnitRingType)
    (eps : R)
    (y : R)
    (q : R)
    (exp : R -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (y : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_)))
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1))) :
  (exp (q * (log (y + eps)))) = (exp (q * (log y))) + eps * (q * y^-1 * (exp (q * (log y)))).
Proof. prove. Qed.

(** logistic-derivative, line 1: 57cc5ea332a60660 *)
Theorem logistic_derivative_line_1
    (R : comUnitRingType)
    (eps : R)
    (z : R)
    (exp : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (1 + (exp (- (z + eps))))^-1 = (1 + (exp (- z)))^-1 + eps * (((1 + (exp (- z)))^-1 ^+ 2) * (exp (- z))).
Proof. prove. Qed.

(** logistic-derivative, line 2: 5047330d72dbe3f8 *)
Theorem logistic_derivative_line_2
    (R : comUnitRingType)
    (exp : R -> R)
    (z : R)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit) :
  (((1 + (exp (- z)))^-1 ^+ 2) * (exp (- z))) = ((1 + (exp (- z)))^-1 * (exp (- z)) * (1 + (exp (- z)))^-1) :> R.
Proof. prove. Qed.

(** logistic-derivative, line 3: 329efb4ec7647e33 *)
Theorem logistic_derivative_line_3
    (R : comUnitRingType)
    (exp : R -> R)
    (z : R)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit) :
  ((1 + (exp (- z)))^-1 * (exp (- z)) * (1 + (exp (- z)))^-1) = ((1 + (- (1 + (exp (- z)))^-1)) * (1 + (exp (- z)))^-1) :> R.
Proof. prove. Qed.

(** logit-derivative: de1bd37dff5d8d35 *)
Theorem logit_derivative
    (R : comUnitRingType)
    (eps : R)
    (p : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (p : R) \is a GRing.unit)
    (unit_2 : ((1 + (- p)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : ((p * (1 + (- p))^-1) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_) :
  (log ((p + eps) * (1 + (- (p + eps)))^-1)) = (log (p * (1 + (- p))^-1)) + eps * (p^-1 * (1 + (- p))^-1).
Proof. prove. Qed.

(** tanh-derivative, line 1: a0d0ebecd1062137 *)
Theorem tanh_derivative_line_1
    (R : comUnitRingType)
    (eps : R)
    (z : R)
    (exp : R -> R)
    (tanh : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : (((exp z) + (exp (- z))) : R) \is a GRing.unit)
    (slope_of_tanh : forall x_ y_, tanh (x_ + eps * y_) = tanh x_ + eps * (y_ * (1 - tanh x_ ^+ 2)))
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (unit_3 : forall x_, (exp x_ + exp (- x_)) \is a GRing.unit)
    (tanh_by_exp : forall x_, tanh x_ = (exp x_ - exp (- x_)) / (exp x_ + exp (- x_))) :
  (tanh (z + eps)) = (tanh z) + eps * ((((exp z) + (exp (- z)))^-1 ^+ 2) * ((((exp z) + (exp (- z))) ^+ 2) + (- (((exp z) + (- (exp (- z)))) ^+ 2)))).
Proof. prove. Qed.

(** tanh-derivative, line 2: dc40fa94febc1dda *)
Theorem tanh_derivative_line_2
    (R : comUnitRingType)
    (exp : R -> R)
    (z : R)
    (tanh : R -> R)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : (((exp z) + (exp (- z))) : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit)
    (unit_3 : forall x_, (exp x_ + exp (- x_)) \is a GRing.unit)
    (tanh_by_exp : forall x_, tanh x_ = (exp x_ - exp (- x_)) / (exp x_ + exp (- x_))) :
  ((((exp z) + (exp (- z)))^-1 ^+ 2) * ((((exp z) + (exp (- z))) ^+ 2) + (- (((exp z) + (- (exp (- z)))) ^+ 2)))) = (1 + (- ((tanh z) ^+ 2))) :> R.
Proof. prove. Qed.

(** softplus-derivative, line 1: c8924b4a7ee7a36c *)
Theorem softplus_derivative_line_1
    (R : comUnitRingType)
    (eps : R)
    (z : R)
    (exp : R -> R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : ((1 + (exp z)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (log_of_exp : forall x_, log (exp x_) = x_)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  (log (1 + (exp (z + eps)))) = (log (1 + (exp z))) + eps * ((1 + (exp z))^-1 * (exp z)).
Proof. prove. Qed.

(** softplus-derivative, line 2: 9a48a99c86422f25 *)
Theorem softplus_derivative_line_2
    (R : comUnitRingType)
    (exp : R -> R)
    (z : R)
    (unit : ((1 + (exp z)) : R) \is a GRing.unit)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit_2 : ((1 + (exp (- z))) : R) \is a GRing.unit) :
  ((1 + (exp z))^-1 * (exp z)) = (1 + (exp (- z)))^-1 :> R.
Proof. prove. Qed.

(** one-weight-gradient: 7d6f87281367fc2a *)
Theorem one_weight_gradient
    (R : comUnitRingType)
    (n : nat)
    (eps : R)
    (w : R)
    (y : 'I_n -> R)
    (x : 'I_n -> R)
    (small : eps * eps = 0)
    (unit : (n%:R : R) \is a GRing.unit)
    (unit_2 : (2%:R : R) \is a GRing.unit) :
  ((1 / 2%:R) * n%:R^-1 * (\sum_(i_2 < n) ((((w + eps) * (x i_2)) + (- (y i_2))) ^+ 2))) = ((1 / 2%:R) * n%:R^-1 * (\sum_(i_3 < n) (((w * (x i_3)) + (- (y i_3))) ^+ 2))) + eps * (n%:R^-1 * (\sum_(i < n) (((w * (x i)) + (- (y i))) * (x i)))).
Proof. prove. Qed.

(** swish-derivative: ad18c79e8f2dee9b *)
Theorem swish_derivative
    (R : comUnitRingType)
    (eps : R)
    (z : R)
    (exp : R -> R)
    (small : eps * eps = 0)
    (exp_of_sum : forall x_ y_, exp (x_ + y_) = exp x_ * exp y_)
    (exp_of_0 : exp 0 = 1)
    (unit : ((1 + (exp (- z))) : R) \is a GRing.unit)
    (slope_of_exp : forall x_ y_, exp (x_ + eps * y_) = exp x_ + eps * (y_ * (exp x_))) :
  ((z + eps) * (1 + (exp (- (z + eps))))^-1) = (z * (1 + (exp (- z)))^-1) + eps * ((z * (1 + (- (1 + (exp (- z)))^-1)) * (1 + (exp (- z)))^-1) + (1 + (exp (- z)))^-1).
Proof. prove. Qed.

Print Assumptions chain_rule.
Print Assumptions reciprocal_derivative_line_2.
Print Assumptions quotient_rule_line_1.
Print Assumptions quotient_rule_line_2.
Print Assumptions quotient_rule_line_3.
Print Assumptions log_derivative.
Print Assumptions power_rule_line_1.
Print Assumptions power_rule_line_2.
Print Assumptions logistic_derivative_line_1.
Print Assumptions logistic_derivative_line_2.
Print Assumptions logistic_derivative_line_3.
Print Assumptions logit_derivative.
Print Assumptions tanh_derivative_line_1.
Print Assumptions tanh_derivative_line_2.
Print Assumptions softplus_derivative_line_1.
Print Assumptions softplus_derivative_line_2.
Print Assumptions one_weight_gradient.
Print Assumptions swish_derivative.
