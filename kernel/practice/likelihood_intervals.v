(** The equations of practice/likelihood-intervals, proved by Coq's kernel for every size.

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

(** bernoulli-information: f62859c176dd90f4 *)
Theorem bernoulli_information
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (theta : R)
    (y : Random)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (mean_of_y : E (y) = theta)
    (moment_of_y : E (y * y) = theta) :
  (E (((theta^-1 ^+ 2))%:A * (((1 + (- theta))^-1 ^+ 2))%:A * ((((- theta))%:A + y) ^+ 2))) = (theta^-1 * (1 + (- theta))^-1) :> R.
Proof. prove. Qed.

(** cramer-rao: 0b0d67fdd1869b1a *)
Theorem cramer_rao
    (R : comUnitRingType)
    (k : nat)
    (s : 'I_k -> R)
    (p : 'I_k -> R)
    (v : R)
    (m : R)
    (T : 'I_k -> R)
    (g : R)
    (I : R)
    (given : (\sum_(j < k) ((s j) * (p j))) = 0 :> R)
    (v_is : v = (\sum_(j_2 < k) ((((T j_2) + (- m)) ^+ 2) * (p j_2))))
    (g_is : g = (\sum_(j_3 < k) ((T j_3) * (s j_3) * (p j_3))))
    (I_is : I = (\sum_(j_4 < k) (((s j_4) ^+ 2) * (p j_4))))
    (unit : (I : R) \is a GRing.unit) :
  (v + (- ((g ^+ 2) * I^-1))) = (\sum_(j_5 < k) ((((T j_5) + (- m) + (- (g * I^-1 * (s j_5)))) ^+ 2) * (p j_5))) :> R.
Proof. prove. Qed.

(** rate-score-statistic: 6c42d45ad54404cc *)
Theorem rate_score_statistic
    (R : comUnitRingType)
    (eps : R)
    (theta : R)
    (n : R)
    (hat_theta : R)
    (log : R -> R)
    (small : eps * eps = 0)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1))) :
  ((n * ((hat_theta * (log (theta + eps))) + ((1 + (- hat_theta)) * (log (1 + (- (theta + eps))))))) = (n * ((hat_theta * (log theta)) + ((1 + (- hat_theta)) * (log (1 + (- theta)))))) + eps * (n * ((hat_theta * theta^-1) + (- ((1 + (- theta))^-1 * (1 + (- hat_theta))))))) /\
  ((theta * n * (((hat_theta * theta^-1) + (- ((1 + (- theta))^-1 * (1 + (- hat_theta))))) ^+ 2) * (1 + (- theta))) = (n * theta^-1 * (1 + (- theta))^-1 * ((hat_theta + (- theta)) ^+ 2)) :> R).
Proof. prove. Qed.

(** log-odds-delta: b421dc81cfb6c7ec *)
Theorem log_odds_delta
    (R : comUnitRingType)
    (eps : R)
    (theta : R)
    (log : R -> R)
    (n : R)
    (small : eps * eps = 0)
    (unit : (theta : R) \is a GRing.unit)
    (unit_2 : ((1 + (- theta)) : R) \is a GRing.unit)
    (slope_of_log : forall x_ y_, x_ \is a GRing.unit -> log (x_ + eps * y_) = log x_ + eps * (y_ * (x_^-1)))
    (unit_3 : ((theta * (1 + (- theta))^-1) : R) \is a GRing.unit)
    (log_of_product : forall x_ y_, x_ \is a GRing.unit -> y_ \is a GRing.unit -> log (x_ * y_) = log x_ + log y_)
    (unit_4 : (n : R) \is a GRing.unit) :
  ((log ((theta + eps) * (1 + (- (theta + eps)))^-1)) = (log (theta * (1 + (- theta))^-1)) + eps * (theta^-1 * (1 + (- theta)) * ((1 + (- theta))^-1 + (theta * ((1 + (- theta))^-1 ^+ 2))))) /\
  ((theta^-1 * n^-1 * ((1 + (- theta)) ^+ 3) * (((1 + (- theta))^-1 + (theta * ((1 + (- theta))^-1 ^+ 2))) ^+ 2)) = (theta^-1 * n^-1 * (1 + (- theta))^-1) :> R).
Proof. prove. Qed.

(** delta-square: 02aa15c983d8e81c *)
Theorem delta_square
    (R : comUnitRingType)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (mu : R)
    (sqrt : R -> R)
    (v : R)
    (n : R)
    (Z : Random)
    (b : R)
    (c : R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (root : (sqrt v) * (sqrt v) = v)
    (root_2 : (sqrt n) * (sqrt n) = n)
    (unit : ((sqrt n) : R) \is a GRing.unit)
    (mean_of_Z : E (Z) = 0)
    (moment_of_Z : E (Z * Z) = 1)
    (moment_of_Z_2 : E (Z * Z * Z) = 0)
    (moment_of_Z_3 : E (Z * Z * Z * Z) = 3%:R)
    (unit_2 : (n : R) \is a GRing.unit) :
  ((E (((((mu)%:A + (((sqrt v))%:A * ((sqrt n)^-1)%:A * Z)) * (b)%:A) + ((c)%:A * (((mu)%:A + (((sqrt v))%:A * ((sqrt n)^-1)%:A * Z)) ^+ 2))) ^+ 2)) + (- ((E ((((mu)%:A + (((sqrt v))%:A * ((sqrt n)^-1)%:A * Z)) * (b)%:A) + ((c)%:A * (((mu)%:A + (((sqrt v))%:A * ((sqrt n)^-1)%:A * Z)) ^+ 2)))) ^+ 2))) = ((v * n^-1 * ((b + (2%:R * c * mu)) ^+ 2)) + (2%:R * (c ^+ 2) * (v ^+ 2) * (n^-1 ^+ 2))) :> R.
Proof. prove. Qed.

(** poisson-sandwich: 67930b9352fbd6c9 *)
Theorem poisson_sandwich
    (R : comUnitRingType)
    (n : nat)
    (lambda : R)
    (x : 'I_n -> R)
    (unit : (n%:R : R) \is a GRing.unit)
    (lambda_is : lambda = (n%:R^-1 * (\sum_(i_2 < n) (x i_2))))
    (unit_2 : (lambda : R) \is a GRing.unit)
    (unit_3 : ((\sum_(i_3 < n) ((lambda^-1 ^+ 2) * (x i_3))) : R) \is a GRing.unit) :
  (((\sum_(i < n) ((lambda^-1 ^+ 2) * (x i)))^-1 ^+ 2) * (\sum_(i_4 < n) (((lambda^-1 * (x i_4)) + (- 1)) ^+ 2))) = ((n%:R^-1 ^+ 2) * (\sum_(i_5 < n) (((x i_5) + (- lambda)) ^+ 2))) :> R.
Proof. prove. Qed.

(** sandwich-weights: 2dfb1b4c6ca58781 *)
Theorem sandwich_weights
    (R : comUnitRingType)
    (n : nat)
    (Random : comUnitAlgType R)
    (E : Random -> R)
    (w : 'I_n -> R)
    (epsilon : 'I_n -> Random)
    (sigma : 'I_n -> R)
    (E_of_sum : forall x y, E (x + y) = E x + E y)
    (E_of_multiple : forall a x, E (a *: x) = a * E x)
    (E_of_1 : E 1 = 1)
    (mean_of_epsilon : forall i_, E (epsilon i_) = 0)
    (moment_of_epsilon : forall i_ j_, E (epsilon i_ * epsilon j_) = 1 *+ (i_ == j_)) :
  ((E ((\sum_(i < n) (((w i))%:A * (epsilon i) * ((sigma i))%:A)) ^+ 2)) + (- ((E (\sum_(i_2 < n) (((w i_2))%:A * (epsilon i_2) * ((sigma i_2))%:A))) ^+ 2))) = (\sum_(i_3 < n) (((w i_3) ^+ 2) * ((sigma i_3) ^+ 2))) :> R.
Proof. prove. Qed.

Print Assumptions bernoulli_information.
Print Assumptions cramer_rao.
Print Assumptions rate_score_statistic.
Print Assumptions log_odds_delta.
Print Assumptions delta_square.
Print Assumptions poisson_sandwich.
Print Assumptions sandwich_weights.
