(** The equations of likelihood/comparing-methods, proved by Coq's kernel for every size.

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

(** descent-unit-change: 38e6268289282c0b *)
Theorem descent_unit_change
    (R : comUnitRingType)
    (eps : R)
    (w : R)
    (c : R)
    (f' : R -> R)
    (f : R -> R)
    (eta : R)
    (theta : R)
    (small : eps * eps = 0)
    (unit : (c : R) \is a GRing.unit)
    (slope_of_f : forall x_ y_, f (x_ + eps * y_) = f x_ + eps * (y_ * (f' x_)))
    (theta_is : theta = (w * c^-1)) :
  ((f ((w + eps) * c^-1)) = (f (w * c^-1)) + eps * (c^-1 * (f' (w * c^-1)))) /\
  ((eta * (c^-1 ^+ 2) * (f' (w * c^-1))) = (eta * (c^-1 ^+ 2) * (f' theta)) :> R).
Proof. prove. Qed.

(** decay-is-a-penalty-in-descent: 1ed9a6829039c345 *)
Theorem decay_is_a_penalty_in_descent
    (R : comUnitRingType)
    (d : nat)
    (eps : R)
    (theta : 'cV[R]_d)
    (d_theta : 'cV[R]_d)
    (lambda : R)
    (f : 'cV[R]_d -> R)
    (gradient_f : 'cV[R]_d -> 'cV[R]_d)
    (L : R)
    (eta : R)
    (small : eps * eps = 0)
    (unit : (2%:R : R) \is a GRing.unit)
    (slope_of_f : forall X_ D_ : 'cV[R]_d, f (X_ + eps *: D_) = f X_ + eps * dot (gradient_f X_) D_)
    (L_is : L = (((1 / 2%:R) * lambda * (sqn theta)) + (f theta))) :
  ((((1 / 2%:R) * lambda * (sqn (theta + eps *: d_theta))) + (f (theta + eps *: d_theta))) = L + eps * dot ((lambda *: theta) + (gradient_f theta)) d_theta) /\
  ((((- eta) *: ((lambda *: theta) + (gradient_f theta))) + theta) = (((- eta) *: (gradient_f theta)) + ((1 + (- (eta * lambda))) *: theta))).
Proof. prove. Qed.

(** penalty-pull-in-adam: 8f53813d027104dc *)
Theorem penalty_pull_in_adam
    (R : comUnitRingType)
    (sqrt : R -> R)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (lambda : R)
    (theta : R)
    (g : Random)
    (sigma : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_g : E (g) = 0)
    (moment_of_g : E (g * g) = (sigma ^+ 2))
    (root : (sqrt (E ((((lambda * theta))%:A + g) ^+ 2))) * (sqrt (E ((((lambda * theta))%:A + g) ^+ 2))) = (E ((((lambda * theta))%:A + g) ^+ 2)))
    (unit : ((sqrt (E ((((lambda * theta))%:A + g) ^+ 2))) : R) \is a GRing.unit)
    (root_2 : (sqrt ((sigma ^+ 2) + ((lambda ^+ 2) * (theta ^+ 2)))) * (sqrt ((sigma ^+ 2) + ((lambda ^+ 2) * (theta ^+ 2)))) = ((sigma ^+ 2) + ((lambda ^+ 2) * (theta ^+ 2))))
    (unit_2 : ((sqrt ((sigma ^+ 2) + ((lambda ^+ 2) * (theta ^+ 2)))) : R) \is a GRing.unit) :
  ((sqrt (E ((((lambda * theta))%:A + g) ^+ 2)))^-1 * (E (((lambda * theta))%:A + g))) = (lambda * theta * (sqrt ((sigma ^+ 2) + ((lambda ^+ 2) * (theta ^+ 2))))^-1) :> R.
Proof. prove. Qed.

(** fading-spike-heavy: 24203316e0a187b0 *)
Theorem fading_spike_heavy
    (R : comUnitRingType)
    (p : nat)
    (beta : R)
    (C : R)
    (unit : ((1 + (- (beta ^+ p))) : R) \is a GRing.unit)
    (positive : (0 < p)%N) :
  (1 + ((1 + (- (beta ^+ p)))^-1 * (1 + (- beta)) * ((C ^+ 2) + (- 1)))) = ((beta * (1 + ((beta ^+ (p - 1)) * (1 + (- (beta ^+ p)))^-1 * (1 + (- beta)) * ((C ^+ 2) + (- 1))))) + ((C ^+ 2) * (1 + (- beta)))) :> R.
Proof. prove. Qed.

Print Assumptions descent_unit_change.
Print Assumptions decay_is_a_penalty_in_descent.
Print Assumptions penalty_pull_in_adam.
Print Assumptions fading_spike_heavy.
